from solution import fetch_all


async def test_all():
    await fetch_all(["a", "b"])
