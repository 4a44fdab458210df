# needs: python>=3.11, threads
import threading
from concurrent import futures

gates = [threading.Event() for _ in range(3)]
with futures.ThreadPoolExecutor(3) as pool:
    jobs = [pool.submit(gate.wait, 5) for gate in gates]
    gates[1].set()
    done, waiting = futures.wait(jobs, return_when=futures.FIRST_COMPLETED)
    print(done == {jobs[1]}, len(waiting))
    done, waiting = futures.wait(jobs, timeout=0.01)
    print(len(done), len(waiting))
    gates[2].set()
    first = next(futures.as_completed([jobs[0], jobs[2]]))
    print(first is jobs[2])
    gates[0].set()
    print(len(futures.wait(jobs).done))
