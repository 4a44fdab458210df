"""Pools and executors."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import pytest
import solution


def test_pool():
    with multiprocessing.Pool(2) as pool:
        assert pool.map(solution.square, range(10)) == [n * n for n in range(10)]
        assert list(pool.imap(solution.square, range(5))) == [0, 1, 4, 9, 16]
        assert sorted(pool.imap_unordered(solution.square, range(5))) == [0, 1, 4, 9, 16]
        assert pool.starmap(pow, [(2, 3), (3, 2)]) == [8, 9]
        assert pool.apply_async(solution.square, (7,)).get(timeout=60) == 49
        with pytest.raises(ValueError, match="no 3") as caught:
            pool.apply(solution.fail, (3,))
        assert "solution.py" in str(caught.value.__cause__)


def test_close_and_join():
    pool = multiprocessing.Pool(2)
    result = pool.map_async(solution.square, range(100), chunksize=7)
    pool.close()
    pool.join()
    assert result.get() == [n * n for n in range(100)]


def test_default_size():
    assert 1 <= os.process_cpu_count() <= 3
    with multiprocessing.Pool() as pool:
        assert pool._processes == os.process_cpu_count()


def test_executor():
    with ProcessPoolExecutor(2) as executor:
        assert list(executor.map(solution.square, range(5))) == [0, 1, 4, 9, 16]
        failed = executor.submit(solution.fail, 4)
        with pytest.raises(ValueError, match="no 4"):
            failed.result()


def test_executor_whose_worker_dies():
    with ProcessPoolExecutor(1) as executor:
        with pytest.raises(BrokenProcessPool):
            executor.submit(solution.end_hard, 1).result()


def test_more_workers_than_interpreters(capsys):
    with ProcessPoolExecutor(5) as executor:
        assert list(executor.map(solution.square, range(20))) == [n * n for n in range(20)]
