### エラーの説明。1文目は何が起きたか、2文目はどうすればよいか、最後に料金。

## Parts that the sentences share

# 「。」の前に置かれる独立した文。
free = 料金はかかっていません
cost = { $charge ->
       *[free] { free }
        [unsure] 料金が発生した可能性があります
        [all] 画像生成サービスがすでに作業を始めていたため、利用上限に加算されます
        [part] 画像生成サービスがすでに作業を始めていたため、{ $percent }%が利用上限に加算されます
    }
paid = { $free ->
        [true] 料金はかかっていません
       *[false] 料金は発生しています
    }
# 読点で終わり、理由が続く。
made = { $posted ->
        [0] 画像はできましたが、
       *[other] 画像{ $pictures }枚のうち{ $posted }枚だけ投稿できました。残りは、
    }

# 「で」「に」などが続く。
here = { $where ->
        [here] ここ
       *[elsewhere] { $channel }
    }
# 文の初めに置く。
here-if-here = { $where ->
        [here] ここでは、
       *[elsewhere] {""}
    }
this-channel = { $where ->
        [here] このチャンネル
       *[elsewhere] { $channel }
    }
this-server = { $where ->
        [here] このサーバー
       *[elsewhere] { $channel }のサーバー
    }
this-server-first = { $where ->
        [here] このサーバー
       *[elsewhere] { $channel }のサーバー
    }

standing-asker = 画像をリクエストした人
standing-channel-moderator = モデレーター
standing-manager = サーバー管理者
standing-member = サーバーのメンバー
standing-moderator = モデレーター
standing-or = 、または

## Without an error of their own

failed-plainly = リクエストは失敗しました。理由の文はDiscordにブロックされるため、/history で確認してください。
unreadable = 一緒に送られたもの（投票など）を読み取れません。それを外すか、別のメッセージで試してください。料金はかかっていません。
form-over = このフォームは開いてから時間が経ちすぎたか、Easelの再起動前のものです。開き直してください。料金はかかっていません。

## The errors

prompt-blank = プロンプトが空です。描いてほしいものを言葉で書いてください。{ free }。
prompt-too-long = プロンプトが{ $length }文字あります。上限は{ $limit }文字です。短くしてもう一度お試しください。{ free }。
prompt-too-long-for-model = プロンプトが{ $model }の上限{ $has_limit ->
        [true] （{ $limit }文字）
       *[false] {""}
    }を超えています。短くするか、別の`model`を選んでください。{ free }。
request-too-large = { $pictures ->
        [0] リクエストが画像生成サービスの一度に受け付ける大きさを超えています。プロンプトを短くしてもう一度お試しください
       *[other] 画像が画像生成サービスの一度に受け付ける大きさを超えています。縮小するか、枚数を減らしてください
    }。{ free }。
format-not-granted = このBotのアカウントでは、{ $model }の`format`{ $output_format }を使えません。png、webp、jpegのいずれかを選んでください。{ free }。
edits-not-offered = { here-if-here }画像生成サービスが画像の変更に対応しておらず、言葉から作ることしかできません。/imagine を使ってください。{ free }。
mask-not-offered = { here-if-here }画像生成サービスがマスクに対応していません。`mask`を外して、変えたい内容を言葉で書いてください。{ free }。
mask-for-several-pictures = { here-if-here }マスクは画像1枚のときにしか使えませんが、{ $pictures }枚指定されています。マスクか、2枚目以降の画像を外してください。{ free }。
too-many-pictures = 画像が全部で{ $pictures }枚あります。上限は{ $limit }枚です。減らすか、/references で参考画像をクリアしてください。{ free }。
no-picture-there = そのメッセージには使える画像がありません。リンクではなく添付された画像を選ぶか、自分で添付してください。{ free }。
picture-out-of-sight = Discordの仕様により、ほかの人がメッセージに添付した画像は見えません。そのメッセージのメニューから「アプリ」>「画像を編集」を選んでください。{ free }。
no-such-picture = そのメッセージの画像は{ $pictures }枚で、{ $place }枚目はありません。別の番号で始めてください。{ free }。
nothing-larger = { $model }では、この縦横比でこれより大きい画像を作れません。別の`model`で編集してください。{ free }。
already-that-shape = この画像はすでに{ $aspect }なので、描き足すものがありません。別の`aspect`を選んでください。{ free }。
aspect-not-taken = { $beside ->
        [mask] `aspect`は画像の外に描き足し、`mask`は画像の中を変えます。どちらかを外してください
        [size] サイズは`aspect`で決まります。`size`を外してください
        [preview] `aspect`では画像の外に描き足すため、選ぶ場所がありません。`preview`を外してください
       *[nothing] `aspect`は既存の画像に描き足すものです。新しい画像には`size`を選んでください
    }。{ free }。
extended-too-far = 縦横比が{ $limit }:1を超え、{ $model }では作れません。先に別の方向へ広げるか、別の`model`を選んでください。{ free }。
area-not-taken = { $as_drawn ->
        [true] `area`の { $area } は元を維持する編集で使うものですが、{ here }ではオフになっています。`area` を外すか、サーバー管理者かBotの運営者に相談してください
       *[false] `area`の { $area } はマスクと一緒に使うものですが、マスクがありません。`mask` を渡すか、`area` を外してください
    }。{ free }。
unsupported-image = `{ $label }` に指定されたファイルは{ $known ->
        [yes] { $found }ですが、読み込めない種類です
        [no] { $found }で、{ $formats }の画像ではありません
       *[unclear] { $formats }の画像ではありません
    }。{ $found ->
        [HEIC] iPhoneの「設定」>「カメラ」>「フォーマット」で「互換性優先」を選ぶか、スクリーンショットを添付してください
       *[other] PNGかJPEGで保存して添付してください
    }。{ free }。
broken-image = `{ $label }` のファイルは途中で切れているか壊れているため、画像として読み込めません。開いて保存し直し、もう一度添付してください。{ free }。
file-too-large = `{ $label }` のファイルが{ $limit_mib } MiBを超えています。小さくするかJPEGで保存して、もう一度お試しください。{ free }。
too-many-pixels = `{ $label }` の画像は{ $size }ピクセルです。この形式の上限は{ $limit_megapixels }メガピクセルです。縮小してもう一度お試しください。{ free }。
side-too-long = `{ $label }` の画像は{ $size }です。一辺の上限は{ $limit_side }ピクセルです。切り抜くか縮小して、もう一度お試しください。{ free }。
image-too-complex = `{ $label }` のファイルは読み込みにメモリや時間がかかりすぎます。小さくするか、通常のJPEGかPNGで保存して、もう一度お試しください。{ free }。
foreign-file = `{ $label }` のファイルはDiscordのサーバー上にありません。ファイルそのものを添付してください。{ free }。
file-unavailable = Discordから `{ $label }` のファイルを取得できませんでした。添付し直して、もう一度お試しください。{ free }。
mask-of-another-shape = マスクは{ $mask_size }、画像は{ $image_size }で、縦横比が違います。画像と同じサイズか、同じ縦横比のマスクを使ってください。{ free }。
mask-too-detailed = マスクが細かすぎて送信できません（{ $size_mib } MiB、上限は{ $limit_mib } MiB未満）。白と黒の単純な塗りにするか、小さい画像を使ってください。{ free }。
not-allowed = { here }に画像を投稿できません。{ $permission_names }の権限がありません。モデレーターに頼むか、別のチャンネルを使ってください。{ free }。
budget-spent = このリクエストは、{ budget-whose }{ $period ->
        [month] 今月
       *[day] 今日
    }の利用上限を超えます（残り: { $unit ->
        [microusd] { $price_left }
       *[pictures] { $limit }枚中{ $left }枚
    }）。{ $renews }にリセットされます。{ free }。
budget-whose = { $in_server ->
        [true] { this-server }での
       *[false] {""}
    }{ $scope ->
        [user] あなたの
        [role] あなたのロールの
        [server] { this-server }の
       *[bot] Bot全体の
    }
queue-full = すでに{ $waiting }件のリクエストが待っています。上限は{ $limit }件です。数分後にもう一度お試しください。{ free }。
too-many-jobs = { $scope ->
        [user] あなたの
        [here] { this-server }でのあなたの
       *[server] { this-server-first }の
    }処理中のリクエストがすでに{ $open }件あります。上限は{ $limit }件です。1件終わるまでお待ちください。{ free }。
cancelled = このリクエストは{ $is_known ->
        [true] { $by }が
       *[false] データを削除した人が
    }キャンセルしました。いつでももう一度リクエストできます。{ cost }。
rate-limited = 画像生成サービスが混み合っていて、リクエストを受け付けませんでした。{ wait }もう一度お試しいただけます。{ cost }。
provider-down = 画像生成サービスが応答しないか、途中で停止しました。数分後にもう一度お試しください。{ cost }。
provider-timed-out = 画像生成サービスが時間内に終わりませんでした。品質を下げるか、枚数を減らしてもう一度お試しください。{ cost }。
provider-paused = 画像生成サービスの不調がしばらく続いているため、送信しませんでした。{ wait }もう一度お試しいただけます。{ cost }。
wait = { $has_wait ->
        [true] { $wait }に
        [soon] 少ししてから
       *[false] 1分ほどしてから
    }
organization-unverified = 画像生成サービスの{ $model }は、認証済みの組織だけが使えます。別の`model`を選ぶか、Botの運営者に組織の認証を頼んでください。{ cost }。
account-blocked = 画像生成サービスが、このBotのアカウントをブロックしています。解決できるのはBotの運営者だけです。{ cost }。
address-wrong = このBotに設定されたアドレスに画像生成サービスがありません。直せるのはBotの運営者だけです。{ cost }。
empty-answer = 画像生成サービスから画像が届きませんでした。安全システムが内容を拒んだ可能性があります。表現を変えてもう一度お試しください。{ cost }。
key-rejected = 画像生成サービスが、このBotのキーを受け付けません。直せるのはBotの運営者だけです。{ cost }。
out-of-money = 画像生成サービスでのこのBotのアカウントが、残高不足か上限超過です。チャージできるのはBotの運営者だけです。{ cost }。
model-unknown = 画像生成サービスに{ $model }というモデルはないか、提供が終わっています。別の`model`を選んでください。{ cost }。
request-rejected = 画像生成サービスがこのリクエストを受け付けませんでした。オプションを変えるか、Botの運営者に知らせてください。{ cost }。
bad-answer = 画像生成サービスの応答に、完全な画像が含まれていませんでした。少し待ってもう一度お試しください。{ cost }。
interrupted = このリクエストが終わる前にEaselが停止しました。数分後にもう一度お試しください。{ cost }。
outcome-unknown = 画像生成サービスの作業中にEaselが停止したため、結果がわかりません。料金は請求されていません。もう一度リクエストするにはボタンを押してください。
unexpected = Easel自体に問題が起きました。詳細はログにあります。後でもう一度お試しください。料金がかかったかどうかは不明です。
too-late = 前回のリクエストはEaselへの到着が遅れ、Discordに「応答しませんでした」と表示されました。もう一度お試しください。{ cost }。
place-closed = { $asleep ->
        [true] スレッドがアーカイブ済みかロック中のため、{ this-channel }では返答できません。スレッドを開いてもらうか、別のチャンネルを使ってください
       *[false] { here }での返答がDiscordで許可されていません。モデレーターに許可を頼むか、別のチャンネルを使ってください
    }。{ cost }。
storage-down = Easelのデータベースかストレージが応答しないため、今は何も保存できません。数分後にもう一度お試しください。{ free }。
server-key-unreadable = このサーバー独自の画像生成サービスのキーを読み取れなくなりました。サーバー管理者が /settings で入力し直せます。{ free }。
server-key-changed = 待っている間に、支払いに使うキーが削除または変更されました。もう一度リクエストしてください。{ free }。
not-yours = これができるのは、この画像をリクエストした人だけです。自分の画像は /history で確認できます。
not-for-you = { here }でこれができるのは、{ $whose }だけです。該当する人に頼んでください。
closed-here = { this-server-first }では、この機能は{ $in_channels ->
        [true] { $channels }
        [elsewhere] 別のチャンネル
       *[false] {""}
    }{ $for_roles ->
        [true] { $in_channels ->
            [false] {""}
           *[other] で、
        }{ $roles }のメンバーだけが
       *[false] でのみ
    }使えます。変更してほしいときはモデレーターに相談してください。{ $doing ->
        [share] {""}
       *[other] { free }。
    }
muted = { this-server }のモデレーターが、あなたのEaselの利用を停止しています（{ $has_end ->
        [true] { $until }まで
       *[false] 無期限
    }）。理由はモデレーターに確認してください。
word-refused = プロンプトに、{ this-server-first }で許可されていない言葉が含まれています。表現を変えてください。{ free }。
export-too-soon = データの書き出しは1時間に1回までです。{ $next }にもう一度お試しください。
messages-closed = DMを送れません。あなたのデータはほかの人に見せられないため、このサーバーのプライバシー設定でDMを許可するか、先に私へDMを送ってから、もう一度お試しください。
no-gallery = { here-if-here }画像を共有できるギャラリーが設定されていません。サーバー管理者が /settings でチャンネルを選べます。
gallery-closed = { $why ->
        [filtered] Discordのフィルターがこの画像を露骨な内容と判断したため、{ gallery-channel }には誰も投稿できません。別の画像を使ってください
        [refused] { gallery-channel }に投稿できません。サーバー管理者が投稿を許可するか、/settings で別のチャンネルを選べます
       *[lost] Discordが{ gallery-channel }への投稿を受け付けませんでした。数分後にもう一度お試しください
    }。
gallery-channel = { $has_channel ->
        [true] 共有先の{ $gallery }
       *[false] 共有先のチャンネル
    }
shared-already = この画像はすでに{ this-server }で共有されています。/gallery mine で確認・取り消しができます。
not-shared = この画像はもう共有されていません。ほかの画像は /gallery new で見られます。
own-picture = { $act ->
        [heart] 自分の画像にハートは付けられません。ほかの人の画像は /gallery new で見られます
       *[report] 自分の画像は通報できません。/gallery mine で取り消せます
    }。
theme-over = このテーマは終了したか、存在しません。開催中のテーマは /theme list で確認できます。
barred-here = この画像は通報され、モデレーターが残さないと判断したため、{ here-if-here }共有できません。モデレーターに相談するか、別の画像を共有してください。
moderation-lower = この画像は、このチャンネルより緩い審査基準で作られたため、元の場所でしか見られません。
edits-forbidden = { $by ->
        [server] { this-server-first }では、ほかの人によるこの画像の編集が許可されていません
       *[person] この画像の持ち主は、ほかの人による編集を許可していません
    }。自分の画像で試してください。{ free }。
draft-over = この変更は送信済みか取りやめ済み、または準備から1時間以上経っています。「編集」からやり直してください。
request-forgotten = このリクエストの記録はもうありません。モデルを選んで、もう一度リクエストしてください。{ free }。
not-made-yet = このリクエストの画像はまだできていません。しばらくして /history で確認してください。
pictures-gone = これらの画像はもう保存されていません。/imagine で新しく作れます。{ free }。
too-large-to-post = { made }再エンコードしても{ here }でのDiscordのファイルサイズ上限を超えます。画像は /history にあります。`size`を小さくするか、`format`をjpegにすると収まります。{ paid }。
channel-closed = { made }{ this-channel }に投稿できなくなりました。/history で受け取るか、モデレーターに投稿の許可を頼んでください。{ paid }。
thread-closed = { made }スレッドがアーカイブ済みかロック中のため、{ this-channel }に投稿できません。/history で受け取るか、スレッドを開いてもらってください。{ paid }。
picture-filtered = { made }Discordのフィルターが露骨な内容と判断したため、{ here }には誰も投稿できません。表現を変えて別の画像を作ってください。{ paid }。
discord-down = { made }何度試してもDiscordが受け付けませんでした。数分後に /history で受け取ってください。{ paid }。
options-conflict = `{ $option }` { $value } は `{ $other }` { $other_value } と一緒に使えません。`{ $other }` は{ $choices }を選んでください。{ free }。
mask-marks-nothing = { $how ->
        [chosen] 描き直す場所がありません。別の場所を選ぶか、「反転」を押してください
        [opaque] マスクに透明な部分がないため、変える場所がわかりません。描き直す場所を白く塗るか、消してください
        [painted] コピーに塗られた部分が見つかりません。変えたい場所を1色の明るい色で塗って、もう一度送ってください
       *[black] 塗られた部分が見つかりません。描き直す場所を、1色の明るい色か白で塗って送ってください
    }。{ free }。
content-refused = 画像生成サービスの安全システムがこのリクエストを拒否しました{ $has_categories ->
        [true] （{ $categories }）
       *[false] {""}
    }。表現を変えるか、別の画像を使ってください。{ free }。
size-not-allowed = サイズ { $size } は{ $rule ->
        [shape] 「幅x高さ」の形（例: { $limit }）で書かれていません
        [divisor] 一辺が{ $limit }で割り切れません
        [ratio] 縦横比が{ $limit }を超えています
        [side] 一辺が{ $limit }ピクセルを超えています
        [fewest-pixels] 全体で{ $limit }ピクセルに足りません
       *[most-pixels] 全体で{ $limit }ピクセルを超えています
    }。{ $model }では作れません。コマンドで選べるサイズ{ or-the-model }を選んでください。{ free }。
or-the-model = { $has_elsewhere ->
        [true] （またはモデル { $elsewhere }）
       *[false] {""}
    }

## An option that cannot have its value

option-of-server = { this-server-first }では `{ $option }` の { $value } は使えません。{ $choices }{ or-the-model }を選んでください。{ free }。
option-of-server-number = { this-server-first }では `{ $option }` の { $value } は使えません。1～{ $high }の数字{ or-the-model }を選んでください。{ free }。
option-model = { here }ではモデル { $value } は使えません。{ $choices }を選んでください。{ free }。
option-number = { here }では `{ $option }` の { $value } は範囲外です。{ $low }～{ $high }の数字を{ $option ->
        [frame_ms] { $step }刻みで
       *[other] {""}
    }選んでください。{ free }。
option-missing = モデル { $model } に `{ $option }` はありません。外してください{ $has_elsewhere ->
        [true] （またはモデル { $elsewhere } を選んでください）
       *[false] {""}
    }。{ free }。
option-markup = ここのモデル { $model } は、画像への書き込みに従えません。{ $has_elsewhere ->
        [true] モデル { $elsewhere } を選ぶか、「塗った部分を描き直す」を選んでください
       *[false] 「塗った部分を描き直す」は選べます
    }。{ free }。
option-value = モデル { $model } の `{ $option }` に { $value } はありません。{ $choices }{ or-the-model }を選んでください。{ free }。

## Something in a message that looks like an option, and does not count

misread = { $what }。{ $way_out }{ $quotes ->
        [true] 。言葉として書くときは、前後を空けて " " で囲んでください
       *[false] {""}
    }。{ free }。
mistake-unknown = 「{ $written }」はオプションのようですが、その名前のオプションはありません
mistake-misspelt = 「{ $written }」というオプションはありません
mistake-unmarked = 「{ $written }」はオプションのようですが、先頭のハイフン2つがありません
mistake-value-missing = 「{ $written }」に値がありません
mistake-value-unknown = 「{ $written }」はこのオプションの値として使えません
mistake-no-value-taken = 「{ $written }」は値を取らないオプションです
mistake-misplaced = オプション「{ $written }」の後に言葉が続いています。オプションは最後に書いてください
mistake-twice = 「{ $written }」は、すでに選ばれたものに対する2つ目の値です
mistake-private = 「{ $written }」はコマンド専用です。メッセージへの返信は全員に見えます
way-out-private = 自分だけに表示するには、/imagine か /edit で「自分だけに表示」（`private`）を使ってください
way-out-meant = もしかして: **{ $meant }**{ $has_range ->
        [true] （{ $low }～{ $high }の数字）
       *[false] {""}
    }
way-out-offered = 使えるもの: { $names }
way-out-value = 最後に `--{ $option }` と値を書いてください
way-out-number = { $low }～{ $high }の数字を選んでください
way-out-choices = { $choices }{ $option ->
        [size] （または1024x1536のようなピクセル数）
       *[other] {""}
    }を選んでください

## Where the account at the images service is a server's own, and not the bot's

of-server-organization-unverified = 画像生成サービスの{ $model }は認証済みの組織だけが使えますが、このサーバー独自のキーは認証されていません。別の`model`を選ぶか、サーバー管理者に相談してください。{ cost }。
of-server-account-blocked = 画像生成サービスが、このサーバー独自のキーのアカウントをブロックしています。サーバー管理者が解決するか、/settings でキーを削除できます。{ cost }。
of-server-key-rejected = 画像生成サービスが、このサーバー独自のキーを受け付けません。サーバー管理者が /settings で別のキーを入力するか、削除できます。{ cost }。
of-server-out-of-money = このサーバー独自のキーのアカウントが、残高不足か上限超過です。サーバー管理者がチャージするか、/settings でキーを削除できます。{ cost }。
of-server-format-not-granted = このサーバー独自のキーのアカウントでは、{ $model }の`format`{ $output_format }を使えません。png、webp、jpegのいずれかを選んでください。{ free }。
of-server-model-unknown = このサーバー独自のキーでは、モデル { $model } を使えません。別の`model`を選んでください。{ cost }。
