# needs: python>=3.11
import asyncio
import logging
import sys


class Lines(logging.Handler):
    def emit(self, record):
        print(record.levelname, record.getMessage().split(" took ")[0].split(" ")[0])


logging.getLogger("asyncio").addHandler(Lines())
logging.getLogger("asyncio").propagate = False


async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0.02
    print(loop.get_debug())
    until = loop.time() + 0.05
    while loop.time() < until:
        pass
    await asyncio.sleep(0)
    task = asyncio.current_task()
    print(sys.get_coroutine_origin_tracking_depth() > 0, task.get_name().startswith("Task-"))


asyncio.run(main(), debug=True)
