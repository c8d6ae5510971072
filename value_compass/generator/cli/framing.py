"""`--frame`: what stands around the pages, whatever the settings say."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click
from msgspec.structs import replace

from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.settings import Frame

Command = TypeVar("Command", bound=Callable[..., object])


def frame_option(command: Command) -> Command:
    """Give a command the option."""
    return click.option(
        "--frame",
        type=click.Choice([frame.value for frame in Frame]),
        help="What stands around the pages; as site.yml says unless named.",
    )(command)


def framed(playbook: Playbook, frame: str | None) -> Playbook:
    """A playbook in the frame that was asked for."""
    if frame is None:
        return playbook
    settings = playbook.settings.model_copy(update={"frame": Frame(frame)})
    return replace(playbook, settings=settings)
