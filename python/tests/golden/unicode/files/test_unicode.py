from solution import echo, fail_late


def test_columns():
    fail_late(1)


def test_text():
    assert echo() == "שלום 🚀", "مرحبا"
