# needs: python>=3.11, threads
import threading

main = threading.main_thread()
print(main.name, main is threading.current_thread(), main.daemon)
gate = threading.Event()
named = threading.Thread(target=gate.wait, name="named", daemon=True)
print(named.ident, named.is_alive())
named.start()
print(named.ident != main.ident, named.is_alive(), threading.active_count())
print(sorted(t.name for t in threading.enumerate()))
gate.set()
named.join()
print(named.is_alive(), threading.active_count())
for wrong in (named.start, main.join):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
try:
    threading.Thread(target=print).join()
except RuntimeError as error:
    print(error)
