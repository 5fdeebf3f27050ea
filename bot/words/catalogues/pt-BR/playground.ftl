### The playground: its page and its welcome. What stands between backticks is what people type.

## The page

page-title = Playground do Easel
page-brand = no SimCord
page-restart = Reiniciar o Easel
page-restarting = Reiniciando…
page-restart-failed = Não deu para reiniciar: veja o terminal
page-apps = Apps

## The little Discord

guild = Playground do Easel
topic-pictures = Digite / para ver os comandos
topic-gallery = O que se compartilha
topic-moderators = O que se denuncia
moderators = Moderação
mira = Mira (moderação)

## The welcome: a title, a text, fields with a title and a text each, and a line at the end

welcome = Boas-vindas ao playground
where = Este é o bot de verdade, em um Discord que só existe neste computador. Em “Viewing as”, no topo, você vira Ada, Bruno ou Mira, que modera; abra mais abas para ser várias pessoas ao mesmo tempo.
title-make = Crie uma imagem
make = Digite `/imagine` e o que quer ver, e use **more** para `n`, `quality`, `size` e o resto.
title-change = Mude uma imagem
change = Digite `/edit`, o que deve mudar, uma imagem e uma `mask` branca onde deve ser repintada. Dois arquivos para testar:
title-work-on = Continue uma imagem
work-on =
    Responda a uma imagem: `@Easel deixe de noite`. Clique nos botões embaixo dela; **Editar** pode mudar só uma parte.
    Aponte para a imagem de qualquer pessoa e escolha **Apps** > **Editar imagem**. Com **Reiniciar o Easel**, no topo, nada se perde.
title-share = Compartilhe
share = **Compartilhar**, embaixo de uma imagem sua, a coloca em **# gallery**. Vá até lá pela lista de canais, no topo, e seja outra pessoa para dar um coração, fazer um remix ou denunciar. As denúncias chegam a **# moderators**, que só Mira vê; como Mira, `/settings` mostra tudo o que um servidor pode configurar.
title-look-back = Olhe para trás
look-back = `/history` mostra seus últimos pedidos, `/usage` o que foi usado e `/help` tudo o que existe.
title-phrases = Veja o que acontece quando…
phrases = … o prompt contém isto: `demo:slow=20` (mostra os rascunhos, e **Cancelar** encerra), `demo:refuse`, `demo:rate`, `demo:quota`, `demo:outage`, `demo:broken`, `demo:big`.
demo = As imagens são desenhadas pela API de demo incluída, sem IA. Nada sai deste computador, e nada custa dinheiro.
real = As imagens vêm do serviço de imagens das suas configurações, e cada uma custa dinheiro de verdade.
gone = Quando você encerra o playground, tudo aqui é apagado.
