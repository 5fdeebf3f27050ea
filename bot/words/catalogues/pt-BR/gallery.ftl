### Sharing: what stands under a shared picture, the form, /gallery, themes, the pictures of the week.

## Buttons, at most 80 characters each

share-button-share = Compartilhar
share-button-remix = Remix
share-button-info = Info
share-button-report = Denunciar
share-button-unshare = Parar de compartilhar
share-button-previous = Anterior
share-button-next = Próxima
share-button-another = Outra

## The form behind Share: its title and fields, at most 45 characters each

share-form-title = Compartilhar neste servidor
share-form-prompt = O prompt
share-form-show = Mostrar embaixo da imagem
share-form-hide = Esconder
share-form-theme = Para qual tema
share-form-no-theme = Nenhum

## A shared picture and its message

hidden = Esta imagem fica oculta até a moderação olhar.
# What the thread of such a picture in a forum is called; at most 100 characters.
hidden-title = Oculta por enquanto
# The same; at most 100 characters.
gone-title = Não é mais compartilhada
# The same; at most 100 characters.
secret-title = Uma imagem com prompt secreto
# Alt text; at most 1024 characters.
secret-alt = Uma imagem compartilhada sem o prompt.
# $prompt is bold already.
shared-by = { $prompt }, de { $person }
shared-by-secret = De { $person }, com prompt secreto
shared-for = para **{ $theme }**
shared = Compartilhada: [ver a imagem]({ $link })
shared-hint = -# Com { -slash-gallery-mine } você pode parar de compartilhar.
shared-nowhere = Compartilhada.
unshared = Não é mais compartilhada, e as mensagens que a mostravam foram excluídas.
unshared-but = Não é mais compartilhada, mas o Discord não me deixa excluí-la aqui: { $links }
left-message = mensagem { $number }
unshared-hint = Ficou anotado e continuo tentando; a moderação pode excluir manualmente.
info-hearts = Corações
info-shared = Compartilhada
prompt-for-you = -# Só você vê este texto.
prompt-kept = { $person } não mostra o prompt.

## /gallery

nothing-gallery = Ainda não há nada compartilhado aqui que combine. Compartilhe uma imagem sua com o botão embaixo dela.
nothing-mine = Você ainda não compartilhou nada aqui. Use o botão Compartilhar embaixo de um resultado seu.
page-by = de { $person }
page-place = { $head } · { $place } de { $count }
page-hidden = -# Ninguém mais vê até a moderação olhar.
head = { $order ->
        [top] Com mais corações
       *[new] Mais novas
    } { $span ->
        [week] dos últimos 7 dias
        [month] dos últimos 30 dias
       *[ever] desde sempre
    }{ $of_one ->
        [true] , de { $by }
       *[false] {""}
    }
head-mine = O que você compartilhou aqui
head-random = Uma imagem qualquer

## Themes

no-themes = Não há tema aberto aqui.
theme-opened = O tema **{ $theme }** está aberto até { $until }, e as imagens dele vão para { $channel }. Dá para escolhê-lo ao clicar em Compartilhar.
theme-closed = O tema **{ $theme }** acabou. As imagens com mais corações são anunciadas em { $channel }.
theme-line = - **{ $theme }** em { $channel }, até { $until }
theme-over = Fim do tema: { $theme }
theme-best = As imagens com mais corações:
theme-none-hearted = Nenhuma imagem recebeu corações.

## Pictures of the week

# Also the title of a thread; at most 100 characters.
week-title = Imagens da semana
week-line = { $number }. de { $person } · { $hearts }
# Alt text; at most 1024 characters.
sheet-alt = Uma folha com { $pictures ->
        [one] { $pictures } miniatura numerada
       *[other] { $pictures } miniaturas numeradas
    } como na lista.
# Drawn under a thumbnail.
hearts = { $hearts ->
        [0] nenhum coração
        [one] { $hearts } coração
       *[other] { $hearts } corações
    }
