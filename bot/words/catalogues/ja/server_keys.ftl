key-field = APIキー
key-hint = 暗号化して保存し、二度と表示しません。今後、このサーバーのリクエストはすべてこのキーで支払われます。
remove-key = キーを削除
choose-provider = キーを入力: サービスを選択
form-title = { $provider } のキー

no-member = このサーバーではゲストのため、キーを保存できません。先に私をサーバーに追加してください。
removed = キーを削除しました。このサーバーの料金は、再びBotのアカウントで支払われます。
entered-tried = { $provider }でこのキーを使えます。今後、このサーバーのリクエストはこのキーで支払われます。
entered-without-money = ⚠️ { $provider }でこのキーを使えますが、アカウントが残高不足か上限超過です。キーは保存しました。チャージするか、キーを削除してください。
entered-untried = キーを保存しました。料金をかけずには試せないため、{ $provider }で使えるかどうかは最初のリクエストでわかります。
entered-rejected = ⚠️ { $provider }がこのキーを受け付けないため、何も変更しませんでした。コピーし直して、もう一度入力してください。
entered-malformed = ⚠️ これはキーではないため、何も変更しませんでした。コピーし直して、もう一度入力してください。

## What /settings says of it

none = *なし: Botのアカウントで支払い*
key = **{ $provider }** · { $person }が{ $moment }に入力
untried = 料金をかけずには試せませんでした。使えるかどうかは最初のリクエストでわかります。
unreadable = ⚠️ キーを読み取れなくなったため、リクエストを拒否しています。入力し直すか、削除してください。
