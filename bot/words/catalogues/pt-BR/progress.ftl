### How far a request is, in one line of parts, and the buttons beside it.

## Buttons, at most 80 characters each

button-cancel = Cancelar
button-again = Tentar de novo
button-reword = Mudar o texto

## How far it is

too-late-to-cancel = Já tinha terminado, então não havia mais o que cancelar. O resultado está na resposta.
gone = O Easel não tem mais este pedido. Use o comando de novo.

waiting = { $before ->
        [0] próximo da fila
        [one] { $before } pedido na frente na fila
       *[other] { $before } pedidos na frente na fila
    }
ready-in = pronto em cerca de { $time }
drawing = gerando há { $time }
usually = costuma levar cerca de { $time }
restarting = O Easel está reiniciando e depois continua isto
busy = o serviço de imagens está sobrecarregado; continuo { $when }
soon = em um instante
short-of-time = -# Isto pode demorar mais do que dura uma resposta privada. Nesse caso, as imagens estarão em /history.
