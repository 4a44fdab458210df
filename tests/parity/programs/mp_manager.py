# needs: python>=3.11, processes
import multiprocessing


def note(shared, log, number):
    shared[number] = number * 10
    log.append(number)


def main():
    with multiprocessing.Manager() as manager:
        shared, log = manager.dict(), manager.list()
        processes = [multiprocessing.Process(target=note, args=(shared, log, n)) for n in range(2)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        print(dict(shared) == {0: 0, 1: 10}, sorted(log))


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    main()
