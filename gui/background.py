"""The only thread code of the app: lanes on which work runs beside the window.

A lane runs one job after the other in a thread of its own. Each job has a generation number; a job that was
superseded or stopped is never heard of again. Results come back through a signal, which Qt carries to the thread of
the window, and are dropped there once the lane is closed.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from briefing.errors import BriefingError

_PROGRESS_EVERY = 0.05
"""Seconds between two reports of progress: more would only flood the window."""

_PDFIUM = threading.Lock()

logger = logging.getLogger(__name__)


class StoppedError(BaseException):
    """Raised inside a job that was stopped; no ``except Exception`` on its way may swallow it."""


@contextmanager
def pdfium() -> Iterator[None]:
    """Hold PDFium, which may be used by one thread at a time: for page pictures, PDF reports and maps in Word."""
    with _PDFIUM:
        yield


def let_pdfium_pass() -> None:
    """Give the other lane a turn with PDFium in the middle of long work that holds it."""
    _PDFIUM.release()
    time.sleep(0.0005)
    _PDFIUM.acquire()


@dataclass(slots=True, kw_only=True)
class Job:
    """One piece of work: ``work`` runs in the lane's thread, ``then`` or ``otherwise`` afterwards in the window's."""

    generation: int
    words: str
    kind: str
    work: Callable[["Job"], Any]
    then: Callable[[Any], None]
    otherwise: Callable[[Exception], None]
    tell: Callable[[int, int, int, str], None]
    _stop: threading.Event = field(default_factory=threading.Event)
    _told: float = 0.0

    def stop(self) -> None:
        """Ask the job to end at its next step."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        """Tell whether the job is to end."""
        return self._stop.is_set()

    def check(self) -> None:
        """Raise StoppedError when the job is to end."""
        if self._stop.is_set():
            raise StoppedError

    def progress(self, done: int, total: int, words: str = "") -> None:
        """Report how far the work is; also the place where a stopped job ends."""
        self.check()
        now = time.monotonic()
        if now - self._told >= _PROGRESS_EVERY or done >= total:
            self._told = now
            self.tell(self.generation, done, total, words)


class Lane(QObject):
    """One thread; ``started`` and ``progressed`` tell what runs now, ``idle`` that nothing does."""

    started = Signal(str)
    progressed = Signal(int, int, str)
    idle = Signal()
    _begun = Signal(int)
    _arrived = Signal(int, object, object)
    _stepped = Signal(int, int, int, str)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._generation = 0
        self._waiting: deque[Job] = deque()
        self._running: Job | None = None
        self._condition = threading.Condition()
        self._closed = False
        self._pending: dict[int, Job] = {}
        queued = Qt.ConnectionType.QueuedConnection
        self._begun.connect(self._begin, queued)
        self._arrived.connect(self._deliver, queued)
        self._stepped.connect(self._step, queued)
        self._thread = threading.Thread(target=self._loop, name=f"briefing-{name}", daemon=True)
        self._thread.start()

    def is_busy(self, kind: str = "") -> bool:
        """Tell whether any job, or any of one kind, is waiting or running."""
        return any(not kind or job.kind == kind for job in self._pending.values())

    def start(
        self,
        words: str,
        work: Callable[[Job], Any],
        *,
        then: Callable[[Any], None],
        otherwise: Callable[[Exception], None],
        kind: str = "",
        newest_only: bool = False,
    ) -> None:
        """Queue work under the ``words`` that the status bar shows; ``newest_only`` drops older jobs of its kind."""
        if self._closed:
            return
        if newest_only:
            self._drop(kind)
        self._generation += 1
        job = Job(
            generation=self._generation,
            words=words,
            kind=kind,
            work=work,
            then=then,
            otherwise=otherwise,
            tell=self._stepped.emit,
        )
        self._pending[job.generation] = job
        with self._condition:
            self._waiting.append(job)
            self._condition.notify()

    def stop(self, kind: str = "") -> None:
        """Drop all jobs, or all of one kind; the running one ends at its next step."""
        if self.is_busy(kind):
            self._drop(kind)
            self._tell_idle()

    def close(self, seconds: float = 5.0) -> None:
        """Stop everything and wait for the thread; called before the window goes."""
        self._closed = True
        self._drop("")
        with self._condition:
            self._condition.notify()
        self._thread.join(seconds)

    def _drop(self, kind: str) -> None:
        dropped = [job for job in self._pending.values() if not kind or job.kind == kind]
        with self._condition:
            for job in dropped:
                job.stop()
                if job in self._waiting:
                    self._waiting.remove(job)
        for job in dropped:
            del self._pending[job.generation]

    def _loop(self) -> None:
        while True:
            with self._condition:
                while not self._waiting and not self._closed:
                    self._condition.wait()
                if self._closed:
                    return
                job = self._waiting.popleft()
            self._run(job)

    def _run(self, job: Job) -> None:
        value: object = None
        error: Exception | None = None
        self._begun.emit(job.generation)
        try:
            value = job.work(job)
        except StoppedError:
            return
        except Exception as caught:
            error = caught
            if not isinstance(caught, BriefingError):
                logger.exception("%s failed", job.words)
        if not self._closed:
            self._arrived.emit(job.generation, value, error)

    @Slot(int)
    def _begin(self, generation: int) -> None:
        if job := self._pending.get(generation):
            self.started.emit(job.words)

    @Slot(int, object, object)
    def _deliver(self, generation: int, value: object, error: Exception | None) -> None:
        job = self._pending.pop(generation, None)
        if job is None:
            return
        if error is None:
            job.then(value)
        else:
            job.otherwise(error)
        self._tell_idle()

    @Slot(int, int, int, str)
    def _step(self, generation: int, done: int, total: int, words: str) -> None:
        if generation in self._pending:
            self.progressed.emit(done, total, words)

    def _tell_idle(self) -> None:
        if not self._pending:
            self.idle.emit()
