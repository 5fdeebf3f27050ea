### Picture info, and the tree of a picture's family.

## Titles, at most 100 characters each

info-title = Info da imagem
info-parents = Criada a partir de
info-tree = Árvore
# A list to choose an ancestor from.
info-back = Voltar a…

## The fields of Picture info

field-by = De
field-model = Modelo
field-quality = Qualidade
field-size = Tamanho
field-background = Fundo
field-format = Formato
field-pictures = Imagens
field-seed = Seed
field-cost = Preço
field-state = Estado
field-shown = Versão
field-task = Tarefa
field-aspect = Proporção
# Which of the two pictures of an edit with a mask is shown.
shown-exact = exata: integrada ao original
shown-cut-out = exata: recortada do original
shown-extended = exata: acrescentada ao redor do original
shown-as-drawn = como o modelo gerou
# The provider has chosen a seed by itself.
seed-own = aleatória
free = grátis
failed = falhou
made-by = { $person } { $moment }

## What it was made from

uploads = { $pictures ->
        [one] - 1 imagem de quem pediu
       *[other] - { $pictures } imagens de quem pediu
    }
with-mask = - com máscara: só uma parte foi repintada
with-marks = - com marcas por cima da imagem, que o modelo seguiu
ancestor = - { $prompt }, de { $person }
look = ver
nothing-known = - imagens privadas ou que não estão mais guardadas
# In the place of words that are gone.
deleted = excluído
# An entry of the list "Back to…"; at most 100 characters.
step-back = { $steps ->
        [one] { $steps } passo atrás
       *[other] { $steps } passos atrás
    }
# The same; at most 100 characters.
step-back-of-several = { step-back }, imagem { $place } de { $places }

## The tree; "private" is drawn on a card

tree-private = privado
tree-alone = Esta imagem ainda não tem família. Responda a ela com uma mudança para começar uma.
tree = A família desta imagem: { $requests ->
        [one] { $requests } pedido
       *[other] { $requests } pedidos
    } no total. A que tem moldura é a que você escolheu.
# Alt text.
tree-alt = Uma árvore de { $pictures } imagens, cada uma acima das que foram criadas a partir dela.
tree-line = { $number } { $derived ->
        [true] a partir de { $parents }:{" "}
       *[false] {""}
    }{"**"}{ $change }{"**"}, de { $person }
tree-line-kept = { $number } { $words }
tree-more = -# e mais { $requests }
