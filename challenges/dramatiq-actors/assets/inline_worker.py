"""Works off a StubBroker's queues in this thread: in order, and without waiting for back-off. Given."""
from dramatiq import Message
from dramatiq.broker import MessageProxy
from dramatiq.common import q_name


class InlineWorker:
    """Does what dramatiq.Worker does with each message, one at a time."""

    def __init__(self, broker):
        self.broker = broker

    def drain(self, limit=200):
        """Work until all queues are empty; return the number of messages handled."""
        handled = 0
        while queue := self._next_queue():
            if handled == limit:
                raise RuntimeError(f"still messages after {limit}: do they produce each other?")
            self._handle(MessageProxy(Message.decode(queue.get())))
            queue.task_done()
            handled += 1
        return handled

    def _next_queue(self):
        # What is due at once comes before what is delayed, as it would in time.
        names = sorted(self.broker.queues, key=lambda name: name != q_name(name))
        return next((self.broker.queues[name] for name in names if not self.broker.queues[name].empty()), None)

    def _handle(self, message):
        broker = self.broker
        broker.emit_before("process_message", message)
        try:
            result = broker.get_actor(message.actor_name)(*message.args, **message.kwargs)
        except Exception as error:
            broker.emit_after("process_message", message, exception=error)
        else:
            broker.emit_after("process_message", message, result=result)
        if message.failed:
            broker.dead_letters_by_queue[q_name(message.queue_name)].append(message)
