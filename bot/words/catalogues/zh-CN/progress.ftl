## Buttons, at most 80 characters each

button-cancel = 取消
button-again = 再次请求
button-reword = 修改提示词

## How far it is

too-late-to-cancel = 已经完成，来不及取消了。结果在回复里。
gone = Easel 已经没有这个请求的记录了。请重新使用命令。

waiting = { $before ->
        [0] 下一个就轮到你
       *[other] 前面还有 { $before } 个
    }
ready-in = 约 { $time }后完成
drawing = 已绘制 { $time }
usually = 通常约 { $time }
restarting = Easel 正在重启，之后会自动继续
busy = 图像生成服务正忙，{ $when }继续
soon = 稍后
short-of-time = -# 可能要花很久，超过这条回复的有效期。到时图片会在 /history 里。
