# needs: python>=3.11, processes
import multiprocessing


def add(value, array):
    for index in range(len(array)):
        with value.get_lock():
            value.value += 1
        with array.get_lock():
            array[index] += 2


def main():
    value = multiprocessing.Value("i", 0)
    array = multiprocessing.Array("d", 10)
    processes = [multiprocessing.Process(target=add, args=(value, array)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(value.value, array[:])


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    main()
