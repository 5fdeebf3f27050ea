### /history: a list of one's last requests, and its buttons.

## Buttons, at most 80 characters each

history-button-newer = Mais novos
history-button-older = Anteriores
history-button-post = Publicar aqui
history-button-posting = Publicando…
history-button-posted = Publicado
show = Mostrar { $place }
again = Repetir { $place }
reword = Mudar o texto de { $place }

## The list

empty = Você ainda não pediu nenhuma imagem. Experimente /imagine.
nothing-older = Não há nada anterior.
head-newest = Seus últimos pedidos, os mais novos primeiro:
head-older = Seus pedidos anteriores:

# Each stands in a line of parts with dots between them.
state-accepting = recebido
state-waiting = na fila
state-preparing = começando
state-calling = gerando
state-drawn = publicando
state-failing = falhou
state-delivered = pronto
state-failed = falhou
state-undeliverable = gerado, mas não deu para publicar
state-cancelled = cancelado
pictures = { $pictures ->
        [one] { $pictures } imagem
       *[other] { $pictures } imagens
    }
free = grátis
# In place of a prompt that is gone.
deleted = excluído
