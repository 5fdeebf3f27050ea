### 文の中で読みやすいように、Discordの設定での名前をかぎ括弧に入れる。

permission-view-channel = 「チャンネルを見る」
permission-send-messages = 「メッセージを送信」
permission-send-messages-in-threads = 「スレッドでメッセージを送信」
permission-embed-links = 「埋め込みリンク」
permission-attach-files = 「ファイルを添付」
permission-read-message-history = 「メッセージ履歴を読む」
