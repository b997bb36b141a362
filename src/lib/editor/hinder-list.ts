/** What hinders a submission, for the page on which one writes: it comes when something does. */
export { default } from '#ui/HinderList.svelte';
