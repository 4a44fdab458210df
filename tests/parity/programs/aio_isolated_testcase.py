# needs: python>=3.11
import asyncio
import io
import unittest


class Case(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.log = ["setup"]
        self.addAsyncCleanup(self.clean)

    async def clean(self):
        await asyncio.sleep(0)
        print(self.log)

    async def test_good(self):
        await asyncio.sleep(0.001)
        self.log.append("good")

    async def test_bad(self):
        self.assertEqual(await asyncio.sleep(0, 1), 2)


suite = unittest.defaultTestLoader.loadTestsFromTestCase(Case)
result = unittest.TextTestRunner(stream=io.StringIO()).run(suite)
print(result.testsRun, len(result.failures), len(result.errors))
