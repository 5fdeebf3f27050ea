make-title = **生成图片**
make-command = `/imagine 雪中的狐狸 质量:high 数量:{ $n }`
make-mention = `{ $bot } 雪中的狐狸 --size portrait --quality high`
message-options = -# 在消息中，选项写在最后：{ $options }
change-title = **修改图片**
change-reply = 回复{ $of_all ->
        [true] 任意图片
       *[false] 我生成的图片
    }：`{ $bot }改成夜晚`，或只改第二张：`{ $bot }2: 改成夜晚`
change-menu = 在任意消息的菜单中：**APP > 编辑图片**；**APP > 用作参考图** 则用于下一次 { -slash-imagine } 或 { -slash-edit }。
change-command = `/edit 改成夜晚 图片:…` 可以用你自己的文件。
change-part = **只改一部分：** 在表单的“改哪里？”中选择，或用手机等在图片上涂一种颜色，当作蒙版；画圈则圈内都算。产生费用前会先给你看修改的位置。
result-title = **结果下方的按钮**
result-buttons = **再来一次** 重新请求，也可以更大，{ $edits ->
        [true] **编辑** 和 **变体** 在这张图片上继续，**放大** 以两倍尺寸重新生成，**扩展** 画出图片之外的内容或抠出主体，
       *[false] {""}
    }**信息** 显示详情{ $edits ->
        [true] 和来源
       *[false] {""}
    }。费用由点击的人承担。
result-share = **分享** 会把你的图片放进服务器画廊，大家可以点红心和再创作；用 `/gallery` 浏览。发现不当内容，请点 **举报** 告诉版主。
after-title = **管理**
after-commands = { $edits ->
        [true] { -slash-history } 最近的图片，{ -slash-tree } 图片的来龙去脉，{ -slash-references } 参考图，{ -slash-usage } 使用情况，{ -slash-privacy } 谁可以编辑你的图片。
       *[false] { -slash-history } 最近的图片，{ -slash-usage } 使用情况。
    }
after-records = { -slash-export-me } 把我保存的你的全部数据发给你，{ -slash-forget-me } 将其删除。
after-moderators = 作为版主，你可以 **取消** 和 **删除** 他人在这里的请求，用 { -slash-reports } 处理举报，用 { -slash-mute } 禁止某人使用，用 `/theme` 开启主题，用 { -slash-audit } 查看记录；{ -slash-usage } 还会显示服务器的使用情况。
after-managers = 作为服务器管理员，你可以{ $edits ->
        [true] 在 { -slash-privacy } 中决定如何对待成员上传的图片，在 { -slash-settings } 中决定其他一切。
       *[false] 在 { -slash-settings } 中决定各项设置。
    }
free = -# 这里的图片是演示图片，不使用 AI，免费。
