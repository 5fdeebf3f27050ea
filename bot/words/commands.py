"""The names and descriptions of the commands and their options."""

from bot.domain.gallery import Span
from bot.domain.models import Model

COMMANDS = {
    "imagine": "Make a picture from words",
    "edit": "Change pictures of yours with words",
    "usage": "What you used, and what is left of the budgets",
    "history": "Your last requests, and their pictures once more",
    "references": "The pictures that go with your next request",
    "tree": "The family of a picture, drawn as one image",
    "help": "What I can do here, by example",
    "privacy": "Who may edit your pictures",
    "forget": "Have deleted what is kept of you",
    "forget_me": "Delete all that I keep of you, after asking",
    "export": "Get what is kept of you",
    "export_me": "Send you all that I keep of you, by direct message",
    "gallery": "The pictures that were shared in this server",
    "gallery_top": "The most hearted pictures of this server",
    "gallery_new": "The newest pictures of this server",
    "gallery_random": "Any picture that was shared in this server",
    "gallery_mine": "What you shared here, to look at or to take back",
    "theme": "Themes that pictures can be shared for",
    "theme_open": "For moderators: open a theme",
    "theme_close": "For moderators: end a theme before its time",
    "theme_list": "The themes that are open",
    "settings": "What this server wants: channels, models, budgets, words; for those who manage it",
    "mute": "Let a person use the bot no more in this server",
    "unmute": "Let a person use the bot again",
    "muted": "Who is muted for the bot here",
    "reports": "The reported pictures that wait for a decision",
    "audit": "What the moderators did here with the bot",
}

OPTIONS = {
    "prompt": "What the picture should show, or what should change",
    "quality": "How much work goes into it; higher costs more and takes longer",
    "size": "Width x height in pixels; any that the model takes",
    "background": "What is behind the subject; transparent needs png or webp",
    "n": "How many pictures",
    "model": "Which model draws",
    "seed": "The same number gives the same picture again, where the provider has seeds",
    "format": "The file format of the result",
    "private": "Show the answer to you alone",
    "spoiler": "Cover the pictures until somebody clicks them",
    "complexity": "How much the model plans before it draws",
    "frames": "How many pictures an animation has (gif)",
    "frame_ms": "How long each picture of an animation stands, in milliseconds (gif)",
    "aspect": "Extend the picture to this shape; what is there stays, to the pixel",
    "area": "With a mask: send the marked part with room around it, or the whole picture",
    "fidelity": "How closely to keep to your pictures",
    "image": "The picture to change",
    "mask": "Where to change it: white, or transparent, or the picture painted over in one colour",
    "further_image": "A further picture to work from",
    "preview": "Show where it changes before anything is spent, with a grid to choose from",
    "span": "How far back",
    "by": "Pictures of one person alone",
    "theme_name": "What the theme is called",
    "theme_ends": "In how many days it ends",
    "theme_channel": "The channel or thread that its pictures go to",
    "theme": "One of the themes that are open",
    "muted_person": "Who it is",
    "unmuted_person": "Who it is; also somebody who has left",
    "mute_time": "For how long",
    "picture": "One of your last pictures; your newest one if you leave it out",
}

SPANS = {Span.WEEK: "the last 7 days", Span.MONTH: "the last 30 days", Span.EVER: "all time"}

SIZES = {
    "1024x1024": "1024x1024 (square)",
    "1024x1536": "1024x1536 (portrait)",
    "1536x1024": "1536x1024 (landscape)",
    "2048x2048": "2048x2048 (large square)",
    "1152x2048": "1152x2048 (tall, 9:16)",
    "2048x1152": "2048x1152 (wide, 16:9)",
    "1440x2560": "1440x2560 (large, 9:16)",
    "2560x1440": "2560x1440 (large, 16:9)",
    "2160x3840": "2160x3840 (4K, 9:16)",
    "3840x2160": "3840x2160 (4K, 16:9)",
}


def size_choice(size: str) -> str:
    """Name a size in the list to choose from."""
    return SIZES.get(size, size)


def model_choice(model: Model) -> str:
    """Name a model in the list to choose from, with the last day that its maker serves it."""
    if model.shut_down is None:
        return model.name
    return f"{model.name} (at {model.shut_down_by} until {model.shut_down.isoformat()})"
