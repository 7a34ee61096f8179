import { Command, cli } from "./surface";
class Hi extends Command<{ who: string }> { readonly name = "hi"; async run(a: { who: string }) { this.print(a.who); return 0; } }
cli(new Hi());
