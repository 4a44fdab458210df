# needs: python>=3.11, processes
import multiprocessing


def square(number):
    return number * number


def main():
    with multiprocessing.Pool(2) as pool:
        print(pool.map(square, range(10)))
        print(sorted(pool.imap_unordered(square, range(5), chunksize=2)))
        print(pool.starmap(divmod, [(7, 2), (9, 4)]))
        try:
            pool.apply(int, ("x",))
        except ValueError as error:
            print(error)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    main()
