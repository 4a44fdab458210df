# needs: python>=3.11, processes
import multiprocessing


def visit(start, meet, lock, count):
    start.wait()
    meet.wait()
    with lock:
        count.value += 1


def main():
    start, meet = multiprocessing.Event(), multiprocessing.Barrier(2)
    lock, count = multiprocessing.Lock(), multiprocessing.Value("i", 0, lock=False)
    processes = [
        multiprocessing.Process(target=visit, args=(start, meet, lock, count)) for _ in range(2)
    ]
    for process in processes:
        process.start()
    start.set()
    for process in processes:
        process.join()
    print(count.value, [process.exitcode for process in processes])


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    main()
