# needs: python>=3.11, processes
import multiprocessing
import os
import sys
import time


def leave(code):
    sys.exit(code)


def fall():
    sys.stderr = open(os.devnull, "w")
    raise RuntimeError("fell")


def main():
    for target, args in ((leave, (0,)), (leave, (3,)), (fall, ()), (os._exit, (7,))):
        process = multiprocessing.Process(target=target, args=args)
        process.start()
        process.join()
        print(process.exitcode)
    process = multiprocessing.Process(target=time.sleep, args=(60,))
    process.start()
    print(process.is_alive(), process.exitcode)
    process.terminate()
    process.join()
    print(process.is_alive(), process.exitcode)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    main()
