"""Results: the buttons under them, the Apps menu, /history, /tree."""

from collections.abc import Awaitable, Callable

from bot.chat.results.comparison import Comparison
from bot.chat.results.deletion import Deletion
from bot.chat.results.editing import ResultEditing
from bot.chat.results.extending import ResultExtending
from bot.chat.results.history import HistoryPages
from bot.chat.results.history_sheet import HistorySheets
from bot.chat.results.info import PictureInfo
from bot.chat.results.menus import PictureMenus
from bot.chat.results.presses import ResultPresses
from bot.chat.results.renditions import Renditions
from bot.chat.results.reposting import Reposting
from bot.chat.results.tree import FamilyTree
from bot.service.history import History
from bot.wiring.core import Core
from bot.wiring.feature import Feature
from bot.wiring.gallery import GalleryFeature
from bot.wiring.jobs import JobPipeline
from bot.wiring.requests import RequestFeature
from bot.wiring.rules import RuleServices
from cogs.history import History as HistoryCog
from cogs.menus import Menus
from cogs.tree import Tree


def build_results(
    core: Core,
    jobs: JobPipeline,
    rules: RuleServices,
    *,
    requests: RequestFeature,
    gallery: GalleryFeature,
    update_case: Callable[[int], Awaitable[None]],
) -> Feature:
    """Build it; `update_case` brings what moderators see of a share in line."""
    album, free = rules.album, core.profile.free
    reposting = Reposting(core.bot, album, offload=core.offload, result_view=jobs.result_view, free=free)
    pages = HistoryPages(
        History(jobs.jobs, core.blobs),
        contact_sheets=HistorySheets(album, core.offload),
        server_rules=rules.server_rules,
        publication=rules.publication,
        reposting=reposting,
        edits=core.rules.edits,
        free=free,
    )
    info = PictureInfo(
        album, server_rules=rules.server_rules, publication=rules.publication, reposting=reposting, free=free
    )
    family_tree = FamilyTree(core.bot.guild_loader, album, offload=core.offload)
    menus = PictureMenus(
        core.bot,
        album,
        parser=requests.parser,
        edit_forms=requests.edit_forms,
        info=info,
        show_share_info=gallery.actions.show_info,
    )
    renditions = Renditions(
        album, messenger=core.messenger, offload=core.offload, result_view=jobs.result_view, free=free
    )
    presses = _build_presses(core, jobs, rules, requests=requests, gallery=gallery, update_case=update_case)
    return Feature(
        cogs=(HistoryCog(pages), Menus(core.bot.tree, menus, edits=core.rules.edits), Tree(family_tree)),
        components=(
            *presses.components,
            *renditions.components,
            *info.components,
            *family_tree.components,
            *pages.components,
        ),
    )


def _build_presses(
    core: Core,
    jobs: JobPipeline,
    rules: RuleServices,
    *,
    requests: RequestFeature,
    gallery: GalleryFeature,
    update_case: Callable[[int], Awaitable[None]],
) -> ResultPresses:
    editing = ResultEditing(
        rules.album,
        edit_forms=requests.edit_forms,
        responder=requests.responder,
        messenger=core.messenger,
        offload=core.offload,
    )
    return ResultPresses(
        rules.album,
        editing=editing,
        extending=ResultExtending(
            editing,
            server_rules=rules.server_rules,
            defaults=core.settings.default_options,
            takes_mask=jobs.submissions.takes_mask,
        ),
        comparison=Comparison(rules.album, offload=core.offload),
        deletion=Deletion(
            rules.album,
            gallery=gallery.gallery,
            share_messages=gallery.messages,
            messenger=core.messenger,
            update_case=update_case,
        ),
        share=gallery.sharing.open_form,
        unshare=gallery.sharing.unshare_picture,
    )
