"""The buttons of the menu under Extend."""

from typing import Any

import discord

from bot.chat.platform.components import ONE_ID, ONE_PLACE
from bot.domain.extension import Extension
from bot.domain.request import PictureRef
from bot.domain.task import Rework, Task
from bot.words import conversation as conversation_words

_TASKS: tuple[Task, ...] = (*Extension, Rework.CUT_OUT)
_ROWS = {Extension.ZOOM_OUT_LITTLE: 0, Extension.ZOOM_OUT: 0, Rework.CUT_OUT: 2}
TASK_TEMPLATE = f"task:(?P<task>{'|'.join(_TASKS).replace('.', '[.]')}):(?P<job>{ONE_ID}):(?P<place>{ONE_PLACE})"


class TaskButton(discord.ui.Button[Any]):
    """Does one of the tasks with a picture."""

    def __init__(self, task: Task, ref: PictureRef) -> None:
        custom_id = f"task:{task.value}:{ref.job_id}:{ref.place}"
        super().__init__(label=conversation_words.TASKS[task], custom_id=custom_id, row=_ROWS.get(task, 1))
