# needs: python>=3.11
import asyncio
import gc
import warnings


async def forgotten():
    pass


async def main():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        forgotten()
        gc.collect()
    print([str(warning.message) for warning in caught])


asyncio.run(main())
