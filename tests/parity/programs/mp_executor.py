# needs: python>=3.11, processes
import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def check(number):
    if number == 2:
        raise ValueError("two")
    return number


def main():
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        print(list(pool.map(pow, [2, 3], [5, 2])))
        futures = [pool.submit(check, n) for n in range(3)]
        print([f.exception() or f.result() for f in futures][:2], repr(futures[2].exception()))


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    main()
