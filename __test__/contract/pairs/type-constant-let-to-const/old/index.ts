export let theme: string = "dark";
