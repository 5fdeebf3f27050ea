"""Results: the buttons under them, the Apps menu, /history, /tree."""

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
from bot.wiring.feature import Feature
from bot.wiring.foundation import Foundation
from cogs.history import History as HistoryCog
from cogs.menus import Menus
from cogs.tree import Tree


def build_results(foundation: Foundation) -> Feature:
    """Build it."""
    core, jobs, rules, requests = foundation.core, foundation.jobs, foundation.rules, foundation.requests
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
        show_share_info=foundation.gallery.actions.show_info,
    )
    renditions = Renditions(
        album, messenger=core.messenger, offload=core.offload, result_view=jobs.result_view, free=free
    )
    presses = _build_presses(foundation)
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


def _build_presses(foundation: Foundation) -> ResultPresses:
    core, rules, requests, gallery = foundation.core, foundation.rules, foundation.requests, foundation.gallery
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
            takes_mask=foundation.jobs.submissions.takes_mask,
        ),
        comparison=Comparison(rules.album, offload=core.offload),
        deletion=Deletion(
            rules.album,
            gallery=gallery.gallery,
            share_messages=gallery.messages,
            messenger=core.messenger,
            update_case=foundation.moderation.cases.show,
        ),
        share=gallery.sharing.open_form,
        unshare=gallery.sharing.unshare_picture,
    )
