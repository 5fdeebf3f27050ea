"""How a model is told what is done with a picture besides the words of a person."""

from collections.abc import Mapping

from bot.domain.extension import Extension
from bot.domain.options import Options
from bot.domain.task import Rework

_WHERE: Mapping[Extension, str] = {
    Extension.ZOOM_OUT_LITTLE: "all around it",
    Extension.ZOOM_OUT: "all around it",
    Extension.PAN_LEFT: "on its left",
    Extension.PAN_RIGHT: "on its right",
    Extension.PAN_UP: "above it",
    Extension.PAN_DOWN: "below it",
}
_EXTEND = (
    "The picture was laid on a larger canvas, with blurred colours {where}. Paint that new part as what the scene goes "
    "on with beyond the old edge: the same place, style, light, perspective and grain, without a border, a frame or a "
    "seam, and without a second copy of the subject. Keep the picture itself as it is. What it is to show: {prompt}"
)
_REWORKS: Mapping[Rework, str] = {
    Rework.CUT_OUT: (
        "Cut out the subject of this picture: keep it exactly as it is, in its place, at its size and in its colours, "
        "and make all else transparent, shadows on the ground too. Add nothing, and leave soft edges such as hair "
        "soft. {prompt}"
    ),
    Rework.ENLARGE: (
        "Make this very picture again in a larger size. Keep everything as it is: composition, subjects, faces, words, "
        "colours and style; add nothing, leave nothing out, and only make the details finer. It shows: {prompt}"
    ),
}


def instruct(prompt: str, options: Options) -> str:
    """Say to a model what the task of a request is, around the words of a person; without one, those words alone."""
    task = options.task
    if isinstance(task, Rework):
        return _REWORKS[task].format(prompt=prompt)
    if task is not None:
        return _EXTEND.format(where=_WHERE[task], prompt=prompt)
    return prompt if options.aspect is None else _EXTEND.format(where="beside it", prompt=prompt)
