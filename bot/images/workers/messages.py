"""What passes between the bot and a worker: calls and answers, their bytes beside them and not copied into them."""

import copyreg
import io
import pickle
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection

_COUNT_BYTES = 4
_OWN = ("bot.domain.", "bot.images.")


@dataclass(frozen=True, slots=True)
class Message:
    """A value, encoded; `files` are all bytes in it, however deep, in order."""

    head: bytes
    files: tuple[bytes, ...]

    @classmethod
    def of(cls, value: Any, *, given: "Sequence[bytes]" = ()) -> "Message":
        """Encode a value; of bytes that were `given`, which whoever decodes it has, only the number goes along.

        Raises:
            Exception: whatever pickle has to say of it.
        """
        head = io.BytesIO()
        pickler = _Pickler(head, given)
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

    def load(self, *, trusted: bool, given: "Sequence[bytes]" = ()) -> Any:
        """Decode the value; from who is not `trusted`, one made of plain values, our own and exceptions alone.

        A worker that a file has taken over could answer anything, and what is unpickled may call whatever it names.

        Raises:
            pickle.UnpicklingError: it is none of that.
        """
        unpickler = _Unpickler if trusted else _CarefulUnpickler
        return unpickler(io.BytesIO(self.head), (*given, *self.files)).load()


def receive(connection: "Connection[Any, Any]") -> Message:
    """Wait for a message.

    Raises:
        EOFError, OSError: nobody is there any more.
    """
    head = connection.recv_bytes()
    files = [connection.recv_bytes() for _ in range(int.from_bytes(head[:_COUNT_BYTES]))]
    return Message(head[_COUNT_BYTES:], tuple(files))


class _Pickler(pickle.Pickler):
    def __init__(self, file: io.BytesIO, given: "Sequence[bytes]") -> None:
        super().__init__(file, protocol=5)
        self.files: list[bytes] = []
        self._given = given

    def persistent_id(self, obj: Any) -> int | None:
        if type(obj) is not bytes:
            return None
        for number, one in enumerate(self._given):
            if one is obj:
                return number
        self.files.append(obj)
        return len(self._given) + len(self.files) - 1

    def reducer_override(self, obj: Any) -> Any:
        # An exception is made anew from its positional arguments, and ours have none.
        if isinstance(obj, BaseException):
            new: Callable[..., Any] = copyreg.__newobj__  # type: ignore[attr-defined] # typeshed leaves it out
            return new, (type(obj), *obj.args), vars(obj)
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, files: "Sequence[bytes]") -> None:
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
