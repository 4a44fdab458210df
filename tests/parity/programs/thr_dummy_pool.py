# needs: python>=3.11, threads, processes
from multiprocessing.dummy import Pool

with Pool(3) as pool:
    print(pool.map(abs, [-3, 2, -1]))
    print(sorted(pool.imap_unordered(str, range(5))))
    print(pool.apply_async(divmod, (17, 5)).get(5))
    try:
        pool.apply(int, ("x",))
    except ValueError as error:
        print(error)
