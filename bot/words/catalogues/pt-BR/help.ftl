### /help: what can be done, by example. What stands between backticks is what people type; prompts in it are examples.

make-title = **Criar uma imagem**
make-command = `/imagine uma raposa na neve qualidade:high n:{ $n }`
make-mention = `{ $bot } uma raposa na neve --size portrait --quality high`
message-options = -# Em uma mensagem, as opções vêm no fim: { $options }.
change-title = **Mudar uma imagem**
# $bot is the name of the bot with a space behind it, or nothing in a conversation with it.
change-reply = Responda a { $of_all ->
        [true] qualquer imagem
       *[false] uma imagem minha
    }: `{ $bot }deixe de noite`, ou `{ $bot }2: deixe de noite` para a segunda.
change-menu = Em qualquer mensagem: **Apps > Editar imagem**, ou **Apps > Usar como referência** para seu próximo { -slash-imagine } ou { -slash-edit }.
change-command = `/edit deixe de noite imagem:…` aceita seus arquivos.
change-part = **Só uma parte:** escolha *Onde?* no formulário, ou dê como máscara a imagem pintada por cima com uma cor só, como se faz no celular; se você circular algo, vale o que está dentro. Você vê onde muda antes de gastar.
result-title = **Embaixo de um resultado**
result-buttons = **De novo** repete o pedido, também em tamanho maior. { $edits ->
        [true] **Editar** e **Variar** partem da imagem, **Ampliar** a cria de novo com o dobro do tamanho, e **Expandir** pinta o que fica fora ou remove o fundo.{" "}
       *[false] {""}
    }**Info** conta tudo{ $edits ->
        [true] {" "}e leva às versões anteriores
       *[false] {""}
    }. Cada clique conta nos seus limites.
result-share = **Compartilhar** mostra a sua na galeria do servidor, para receber corações e remixes; veja em `/gallery`. **Denunciar** avisa a moderação sobre o que não deveria estar lá.
after-title = **Depois**
after-commands = { $edits ->
        [true] { -slash-history } tem suas últimas imagens, { -slash-tree } a família delas, { -slash-references } suas imagens de referência, { -slash-usage } o que você usou, { -slash-privacy } quem pode editar suas imagens.
       *[false] { -slash-history } tem suas últimas imagens, { -slash-usage } o que você usou.
    }
after-records = { -slash-export-me } envia tudo o que guardo sobre você, { -slash-forget-me } apaga tudo.
after-moderators = Na moderação, você pode usar **Cancelar** e **Excluir** no que outras pessoas pediram aqui, decidir em { -slash-reports }, silenciar com { -slash-mute }, abrir um `/theme` e ver { -slash-audit }; { -slash-usage } diz quanto o servidor usou.
after-managers = Como você gerencia este servidor, decide { $edits ->
        [true] em { -slash-privacy } sobre o que os membros enviam, e em { -slash-settings } sobre todo o resto.
       *[false] em { -slash-settings } sobre todo o resto.
    }
free = -# Aqui as imagens são desenhadas por uma demo, sem IA, e são grátis.
