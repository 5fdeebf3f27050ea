### Working on a picture: buttons of a result, the form, the overlay, the comparison, references, privacy.

## Buttons under a result, at most 80 characters each

result-again = De novo
result-edit = Editar
result-vary = Variar
result-larger = Ampliar
result-extend = Expandir
result-compare = Comparar
result-as-drawn = Versão do modelo
result-exact = Versão exata
result-info = Info
result-delete = Excluir

## What can be done with a whole picture: buttons and titles of forms, at most 45 characters each

task-zoom-1-5 = Afastar 1,5x
task-zoom-2 = Afastar 2x
task-pan-left = Adicionar à esquerda
task-pan-right = Adicionar à direita
task-pan-up = Adicionar em cima
task-pan-down = Adicionar embaixo
task-cut-out = Remover o fundo
task-enlarge = Ampliar

## The menu of Extend, and its form

extend-text =
    {"**"}Afastar** e **Adicionar** pintam o que fica fora da imagem; todos os pixels dela ficam. **Remover o fundo** deixa só o assunto, sobre um fundo transparente.
    -# Nada é gasto até você escolher.
# A field; at most 45 characters.
extend-prompt = O que deve haver ali?
# Under the field; at most 100 characters.
extend-hint = Deixe vazio para continuar a cena.
# In place of a prompt, where somebody said nothing.
unsaid-extend = continuar a cena
unsaid-cut-out = remover o fundo

## Asking for the same again

again-title = O mesmo de novo: igual, maior ou com mais qualidade?
# Buttons, at most 80 characters each.
again-same = Mesmo tamanho
more-quality = Qualidade { $quality }

## Which of several pictures, at most 100 characters each

which-picture = Qual imagem?
picture-label = Imagem { $place }
all-pictures = As { $pictures } juntas

## The form that edits: its title and fields, at most 45 characters each

form-title = Editar uma imagem
form-prompt = O que deve mudar?
form-words = O que a imagem deve mostrar?
form-which = Qual imagem?
form-quality = Qualidade
form-where = Onde?
form-mask = Ou uma máscara

## Under its fields, and parts to choose from: at most 100 characters each

form-hint-where = Áreas ou células de 4 x 4, de A1 (em cima, à esquerda) a D4. Você vê antes de gastar.
form-hint-mask = A imagem pintada por cima com uma cor só, ou branco sobre preto, ou com um buraco
area-everything = Imagem toda
area-centre = Centro
area-top = Metade de cima
area-bottom = Metade de baixo
area-left = Metade esquerda
area-right = Metade direita
not-there = Aí não: em todo o resto

## Buttons of the overlay, at most 80 characters each

preview-go = Aplicar
preview-repaint = Repintar o que cobri
preview-follow = Seguir minhas marcas
preview-invert = Inverter
preview-cancel = Cancelar

## The overlay: which part changes, shown before it is paid for

shown-first = Quem pediu vê primeiro onde vai mudar. Nada foi gasto até agora.
draft-dropped = Descartado. Nada foi enviado nem gasto.
draft =
    {"**"}{ $prompt }**
    { $everything ->
        [true] A imagem toda será repintada. Escolha uma área abaixo para manter o resto.
       *[false] A parte colorida ({ $share } da imagem) será repintada; o resto fica igual. Escolha outras áreas abaixo ou clique em Inverter.
    }{ $asks ->
        [true] {" "}Ou prefere que eu siga seus traços, setas e textos, sem deixá-los na imagem?
       *[false] {""}
    }
    -# Só você vê isto. Nada é gasto até você { $asks ->
        [true] escolher
       *[false] clicar em Aplicar
    }.
# A share of the picture.
share = { $bound ->
        [least] menos de 1%
        [most] mais de 99%
       *[none] { $percent }%
    }
# Alt text, at most 1024 characters.
draft-alt = A imagem com uma grade de quatro colunas, de A a D, e quatro linhas. Parte colorida: { $inverted ->
        [true] tudo menos { $named ->
            [true] estas áreas: { $parts }
           *[false] uma área
        }
       *[false] { $named ->
            [true] estas áreas: { $parts }
           *[false] o que foi pintado por cima
        }
    }.

## The comparison of before and after; the two labels are drawn into the picture

compared-before = antes
compared-after = depois
comparison = Antes e depois de **{ $prompt }**
# Alt text; it is cut where the prompt is long.
comparison-alt = Duas imagens lado a lado, antes e depois desta mudança: { $prompt }

## Deleting

# A title; at most 45 characters.
delete-title = Excluir para sempre?
delete-question = { $pictures ->
        [one] Esta imagem será excluída
       *[other] Estas { $pictures } imagens serão excluídas
    } para sempre: aqui, onde tiver sido publicada de novo e em /history, com o prompt. O que foi criado a partir disso fica. Não há reembolso.
deleted = Excluído, com todas as mensagens que mostravam isso.
deleted-but = O que estava guardado foi excluído, mas não consegui excluir { $messages ->
        [one] uma mensagem que mostra isso
       *[other] { $messages } mensagens que mostram isso
    }. A moderação pode fazer isso manualmente.{ $retried ->
        [true] {" "}Onde foi compartilhado, ficou anotado e continuo tentando.
       *[false] {""}
    }

## References: pictures that are put aside for the next request

references-none = Você não tem imagens de referência. No menu de uma mensagem, escolha Apps > Usar como referência, e as imagens dela vão com seu próximo /imagine ou /edit.
# A button; at most 80 characters.
references-clear = Remover todas
references-cleared = Referências removidas: seu próximo pedido vai sem elas.
references = { $pictures ->
        [one] 1 imagem vai
       *[other] { $pictures } imagens vão
    } com seu próximo /imagine ou /edit, até { $until }.

## Answers to messages

greeting = Responda a uma imagem e me mencione para mudá-la, ou me mencione e diga o que quer ver. Tem mais em /help.
said-alone = Tenho uma resposta só para você, e o Discord não me deixa enviar mensagem direta. Use /imagine aqui para poder ler. Nada foi gasto.
told-alone = A resposta é só para quem pediu.
passing = -# Isto é só para você, então vou apagar { $when }.
proxied = Outro app publicou esta mensagem em nome de alguém, então não sei quem pede, de quem são as imagens nem quem paga. Escreva para mim sem esse app ou use /imagine. Nada foi gasto.
about-message = Sobre { $link } em { $channel }:
about-channel = Sobre o que você pediu em { $channel }:
taken-in = **{ $prompt }** · pedido recebido
taken-in-wordless = Pedido recebido
unnamed-person = alguém
unnamed-role = cargo
unnamed-channel = canal

## Privacy: buttons, at most 80 characters each

privacy-allow = Permitir que editem minhas imagens
privacy-forbid = Não permitir que editem minhas imagens
privacy-allow-here = Servidor: permitir editar o que os membros enviam
privacy-forbid-here = Servidor: não permitir editar o que outras pessoas enviam

## What /privacy says

privacy-yours = Suas imagens
privacy-edits = { $allowed ->
        [true] Outras pessoas podem editar imagens que você criou ou publicou.
       *[false] Ninguém mais pode editar imagens que você criou ou publicou.
    }
privacy-private = Imagens de respostas privadas são sempre só suas.
privacy-server = Este servidor
privacy-uploads = { $allowed ->
        [true] Dá para editar imagens que outras pessoas publicaram aqui, se elas permitirem.
       *[false] Ninguém pode editar imagens que outras pessoas publicaram aqui. As do Easel, sim.
    }
privacy-manages = -# Você pode mudar a regra do servidor porque tem permissão para gerenciá-lo.

# A button that asks for the same with another model; at most 80 characters.
switch = Usar { $model }
