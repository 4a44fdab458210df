# needs: python>=3.11, threads
import threading


def down(n):
    return down(n + 1)


def try_it():
    try:
        down(0)
    except RecursionError as error:
        print(type(error).__name__, str(error).split(" in ")[0])


thread = threading.Thread(target=try_it)
thread.start()
thread.join()


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


answers = []
threads = [threading.Thread(target=lambda: answers.append(depth(300))) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(answers)
