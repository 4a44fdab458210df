# needs: python>=3.11, threads
import contextvars
import threading

name = contextvars.ContextVar("name", default="nobody")
name.set("main")
seen = []


def visit():
    name.set("inside")
    seen.append(name.get())


context = contextvars.copy_context()
thread = threading.Thread(target=context.run, args=(visit,))
thread.start()
thread.join()
print(seen, name.get(), context[name])
