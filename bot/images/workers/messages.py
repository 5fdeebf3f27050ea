"""What passes between the bot and a worker: calls and answers, their bytes beside them and not copied into them."""

import copyreg
import io
import pickle
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

_COUNT_BYTES = 4
_OWN = ("bot.domain.", "bot.images.")


@dataclass(frozen=True, slots=True)
class Message:
    """A value, encoded; `files` are all bytes in it, however deep, in order."""

    head: bytes
    files: tuple[bytes, ...]

    @classmethod
    def of(cls, value: Any) -> "Message":
        """Encode a value.

        Raises:
            Exception: whatever pickle has to say of it.
        """
        head = io.BytesIO()
        pickler = _Pickler(head)
        pickler.dump(value)
        return cls(head.getvalue(), tuple(pickler.files))

    def send(self, connection: "Connection[Any, Any]") -> None:
        """Send it, without the interpreter lock while the system copies.

        Raises:
            OSError: nobody is there any more.
        """
        connection.send_bytes(len(self.files).to_bytes(_COUNT_BYTES) + self.head)
        for file in self.files:
            connection.send_bytes(file)


def receive(connection: "Connection[Any, Any]", *, trusted: bool) -> Any:
    """Wait for a value; from who is not `trusted`, one made of plain values, our own and exceptions alone.

    A worker that a file has taken over could answer anything, and what is unpickled may call whatever it names.

    Raises:
        EOFError, OSError: nobody is there any more.
        pickle.UnpicklingError: what came is none of that.
    """
    head = connection.recv_bytes()
    files = [connection.recv_bytes() for _ in range(int.from_bytes(head[:_COUNT_BYTES]))]
    unpickler = _Unpickler if trusted else _CarefulUnpickler
    return unpickler(io.BytesIO(head[_COUNT_BYTES:]), files).load()


class _Pickler(pickle.Pickler):
    def __init__(self, file: io.BytesIO) -> None:
        super().__init__(file, protocol=5)
        self.files: list[bytes] = []

    def persistent_id(self, obj: Any) -> int | None:
        if type(obj) is not bytes:
            return None
        self.files.append(obj)
        return len(self.files) - 1

    def reducer_override(self, obj: Any) -> Any:
        # An exception is made anew from its positional arguments, and ours have none.
        if isinstance(obj, BaseException):
            new: Callable[..., Any] = copyreg.__newobj__  # type: ignore[attr-defined] # typeshed leaves it out
            return new, (type(obj), *obj.args), vars(obj)
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, files: list[bytes]) -> None:
        super().__init__(file)
        self._files = files

    def persistent_load(self, pid: Any) -> bytes:
        file: bytes = self._files[pid]
        return file


class _CarefulUnpickler(_Unpickler):
    def find_class(self, module_name: str, global_name: str, /) -> Any:
        if module_name == "builtins" or module_name.startswith(_OWN):
            found = super().find_class(module_name, global_name)
            own = isinstance(found, type) and found.__module__.startswith(_OWN)
            if own or (isinstance(found, type) and issubclass(found, BaseException)):
                return found
        raise pickle.UnpicklingError(f"{module_name}.{global_name}")
