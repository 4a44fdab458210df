# needs: python>=3.11, processes
import multiprocessing


def answer(connection):
    while (question := connection.recv()) != "bye":
        connection.send(question.upper())
    connection.send_bytes(b"raw")
    connection.close()


def main():
    here, there = multiprocessing.Pipe()
    process = multiprocessing.Process(target=answer, args=(there,))
    process.start()
    there.close()
    for word in ("one", "two"):
        here.send(word)
        print(here.recv())
    here.send("bye")
    print(here.recv_bytes(), here.poll(5))
    try:
        here.recv()
    except EOFError:
        print("end")
    process.join()


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    main()
