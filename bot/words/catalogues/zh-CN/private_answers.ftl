discord-refused = Discord 没有接受这条回复。请稍后再试。没有产生费用。
picture-filtered = Discord 的过滤器认为回复中的图片含有露骨内容，谁都不能发布。请换一张图片。没有产生费用。
words-blocked = Discord 在这里屏蔽了回复中的文字或链接。请在其他服务器或私信中尝试。没有产生费用。
not-listened = 这个按钮来自旧版本，Easel 已不认识它。请重新使用当时的命令。没有产生费用。
