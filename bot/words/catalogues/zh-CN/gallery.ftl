## Buttons, at most 80 characters each

share-button-share = 分享
share-button-remix = 再创作
share-button-info = 信息
share-button-report = 举报
share-button-unshare = 取消分享
share-button-previous = 上一张
share-button-next = 下一张
share-button-another = 换一张

## The form behind Share: its title and fields, at most 45 characters each

share-form-title = 分享到本服务器
share-form-prompt = 提示词
share-form-show = 显示在图片下方
share-form-hide = 隐藏
share-form-theme = 参加的主题
share-form-no-theme = 无

## A shared picture and its message

hidden = 这张图片已隐藏，等待版主查看。
hidden-title = 暂时隐藏
gone-title = 已取消分享
secret-title = 一张未公开提示词的图片
secret-alt = 一张未公开提示词的分享图片。
shared-by = { $prompt } · { $person }
shared-by-secret = { $person }（未公开提示词）
shared-for = 主题 **{ $theme }**
shared = 已分享：[查看图片]({ $link })
shared-hint = -# 可以用 { -slash-gallery-mine } 取消分享。
shared-nowhere = 已分享。
unshared = 已取消分享，并删除了所有显示它的消息。
unshared-but = 已取消分享，但 Discord 不允许我删除这些消息：{ $links }
left-message = 消息 { $number }
unshared-hint = 已记录在案，我会继续尝试；版主也可以手动删除。
info-hearts = 红心
info-shared = 分享时间
prompt-for-you = -# 只有你能看到这段提示词。
prompt-kept = { $person } 没有公开提示词。

## /gallery

nothing-gallery = 还没有符合条件的分享。点击你的图片下方的“分享”来分享一张吧。
nothing-mine = 你还没有在这里分享过图片。点击你的图片下方的“分享”即可分享。
page-by = { $person }
page-place = { $head } · { $place } / { $count }
page-hidden = -# 在版主查看之前，其他人看不到这张图片。
head = { $of_one ->
        [true] { $by } · {""}
       *[false] {""}
    }{ $order ->
        [top] 红心最多
       *[new] 最新
    } · { $span ->
        [week] 最近 7 天
        [month] 最近 30 天
       *[ever] 全部时间
    }
head-mine = 你在这里的分享
head-random = 随机一张

## Themes

no-themes = 这里没有正在进行的主题。
theme-opened = 主题 **{ $theme }** 已开启，持续到 { $until }。参加的图片会发布到 { $channel }，可以在“分享”的表单中选择。
theme-closed = 主题 **{ $theme }** 已结束。红心最多的图片会在 { $channel } 公布。
theme-line = - **{ $theme }** · { $channel } · 至 { $until }
theme-over = 主题结束：{ $theme }
theme-best = 红心最多的图片：
theme-none-hearted = 没有图片获得红心。

## Pictures of the week

week-title = 本周热门图片
week-line = { $number }. { $person } · { $hearts }
sheet-alt = 一张拼图，包含 { $pictures } 张缩略图，编号与列表一致。
hearts = { $hearts } 个红心
