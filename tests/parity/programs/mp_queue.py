# needs: python>=3.11, processes
import multiprocessing


def produce(queue, name):
    for number in range(3):
        queue.put((name, number))
    queue.put(None)


def main():
    queue = multiprocessing.Queue()
    processes = [multiprocessing.Process(target=produce, args=(queue, n)) for n in "ab"]
    for process in processes:
        process.start()
    got, ended = [], 0
    while ended < 2:
        item = queue.get(timeout=30)
        if item is None:
            ended += 1
        else:
            got.append(item)
    for process in processes:
        process.join()
    print(sorted(got), [process.exitcode for process in processes])


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    main()
