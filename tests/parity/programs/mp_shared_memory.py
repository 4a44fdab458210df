# needs: python>=3.11, processes
import multiprocessing
from multiprocessing import shared_memory


def fill(name):
    block = shared_memory.SharedMemory(name=name)
    block.buf[:5] = b"hello"
    block.close()


def main():
    block = shared_memory.SharedMemory(create=True, size=16)
    process = multiprocessing.Process(target=fill, args=(block.name,))
    process.start()
    process.join()
    print(bytes(block.buf[:5]))
    block.close()
    block.unlink()
    items = shared_memory.ShareableList([1, "two", 3.5, None])
    print(list(items))
    items.shm.close()
    items.shm.unlink()


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    main()
