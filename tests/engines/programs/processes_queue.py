import multiprocessing


def square(numbers, answers) -> None:
    for number in numbers:
        answers.put(number * number)


if __name__ == "__main__":
    answers = multiprocessing.Queue()
    child = multiprocessing.Process(target=square, args=([1, 2, 3], answers))
    child.start()
    found = [answers.get() for _ in range(3)]
    child.join()
    print("processes say", *found)
