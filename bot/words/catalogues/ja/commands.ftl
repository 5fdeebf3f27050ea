## The commands

command-imagine = 言葉から画像を作ります
command-edit = 手持ちの画像を言葉で変更します
command-usage = 利用状況と利用上限の残り
command-history = 最近のリクエストとその画像を表示します
command-references = 次のリクエストで使う参考画像
command-tree = 画像の系譜を1枚の図で表示します
command-help = できることを例で紹介します
command-privacy = あなたの画像を編集できる人
command-forget = 保存されているあなたのデータを削除します
command-forget-me = 保存しているあなたのデータを、確認のうえすべて削除します
command-export = 保存されているあなたのデータを受け取ります
command-export-me = 保存しているあなたのデータをすべてDMで送ります
command-gallery = このサーバーで共有された画像
command-gallery-top = このサーバーでハートの多い画像
command-gallery-new = このサーバーの新着画像
command-gallery-random = このサーバーで共有された画像をランダムに1枚
command-gallery-mine = あなたがここで共有した画像の確認と取り消し
command-theme = 画像を募集するテーマ
command-theme-open = モデレーター用: テーマを開始します
command-theme-close = モデレーター用: テーマを予定より早く終了します
command-theme-list = 開催中のテーマ
command-settings = サーバーの設定: チャンネル、モデル、利用上限、禁止ワードなど（サーバー管理者用）
command-mute = このサーバーで特定の人のEasel利用を停止します
command-unmute = Easelの利用停止を解除します
command-muted = ここでEaselの利用を停止されている人
command-reports = 対応待ちの通報された画像
command-audit = Easelに関するモデレーターの操作記録

## Their options

option-prompt = 描いてほしいもの、または変更したい内容
option-quality = 仕上げの品質。高いほど料金と時間がかかります
option-size = 幅x高さ（ピクセル）。モデルが対応するサイズを指定できます
option-background = 被写体の背景。transparent（透明）はpngかwebpのみ
option-n = 画像の枚数
option-model = 使用するモデル
option-seed = 同じ数字なら同じ画像になります（対応するサービスのみ）
option-format = 画像のファイル形式
option-private = 結果を自分だけに表示します
option-spoiler = クリックされるまで画像を隠します
option-complexity = 描く前にモデルがどれだけ構想を練るか
option-frames = アニメーションのコマ数（gif）
option-frame-ms = アニメーションの1コマの表示時間、ミリ秒（gif）
option-aspect = 画像をこの縦横比まで広げます。元の画像はそのまま残ります
option-area = マスクがあるとき: 印を付けた部分とその周りだけ、または画像全体を送ります
option-fidelity = 元の画像にどれだけ忠実にするか
option-image = 変更する画像
option-mask = 変更する場所: 白い部分、透明な部分、または画像を1色で塗った部分
option-further-image = 追加で使う画像
option-preview = 料金がかかる前に、変更する場所をマス目で確認して選びます
option-span = さかのぼる期間
option-by = この人の画像だけを表示します
option-theme-name = テーマの名前
option-theme-ends = 終了までの日数
option-theme-channel = 画像の投稿先のチャンネルまたはスレッド
option-theme = 開催中のテーマ
option-muted-person = 対象の人
option-unmuted-person = 対象の人（サーバーを抜けた人も可）
option-mute-time = 停止する期間
option-picture = 最近の画像から1枚。省略すると最新の画像

## Choices of how far back a gallery reaches

span-week = 過去7日間
span-month = 過去30日間
span-ever = 全期間

## Choices of how long a mute lasts

mute-time-hour = 1時間
mute-time-day = 1日
mute-time-week = 1週間
mute-time-ever = 無期限

## The entries of the Apps menu of a message, at most 32 characters each

menu-edit = 画像を編集
menu-reference = 参考画像にする
menu-info = 画像の情報

## Sizes in the list to choose from, behind their pixels

size-1024x1024 = 1024x1024（正方形）
size-1024x1536 = 1024x1536（縦長）
size-1536x1024 = 1536x1024（横長）
size-2048x2048 = 2048x2048（大きな正方形）
size-1152x2048 = 1152x2048（縦長、9:16）
size-2048x1152 = 2048x1152（横長、16:9）
size-1440x2560 = 1440x2560（大、9:16）
size-2560x1440 = 2560x1440（大、16:9）
size-2160x3840 = 2160x3840（4K、9:16）
size-3840x2160 = 3840x2160（4K、16:9）

model-with-end = { $model }（{ $maker }での提供は{ $day }まで）
