import AlignLeft from '@lucide/svelte/icons/align-left';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import Bold from '@lucide/svelte/icons/bold';
import ChartBar from '@lucide/svelte/icons/chart-bar';
import ChartLine from '@lucide/svelte/icons/chart-line';
import ChartColumn from '@lucide/svelte/icons/chart-column';
import Hash from '@lucide/svelte/icons/hash';
import Heading1 from '@lucide/svelte/icons/heading-1';
import Heading2 from '@lucide/svelte/icons/heading-2';
import Image from '@lucide/svelte/icons/image';
import Italic from '@lucide/svelte/icons/italic';
import Link from '@lucide/svelte/icons/link';
import List from '@lucide/svelte/icons/list';
import ListOrdered from '@lucide/svelte/icons/list-ordered';
import ListTree from '@lucide/svelte/icons/list-tree';
import ListTodo from '@lucide/svelte/icons/list-todo';
import PenLine from '@lucide/svelte/icons/pen-line';
import Quote from '@lucide/svelte/icons/quote';
import Redo2 from '@lucide/svelte/icons/redo-2';
import SquareCheckBig from '@lucide/svelte/icons/square-check-big';
import StickyNote from '@lucide/svelte/icons/sticky-note';
import Superscript from '@lucide/svelte/icons/superscript';
import Table from '@lucide/svelte/icons/table';
import Undo2 from '@lucide/svelte/icons/undo-2';
import type { CommandId } from './commands.ts';

/** The picture of each command; one set for toolbar and slash menu. */
export const icons: Record<CommandId, typeof Bold> = {
	undo: Undo2,
	redo: Redo2,
	paragraph: AlignLeft,
	heading1: Heading1,
	heading2: Heading2,
	bold: Bold,
	italic: Italic,
	link: Link,
	bulletList: List,
	orderedList: ListOrdered,
	quote: Quote,
	callout: StickyNote,
	table: Table,
	followUpTable: SquareCheckBig,
	planTable: ListTodo,
	indicator: ChartLine,
	figure: Hash,
	indicatorSummary: ChartColumn,
	rollUp: Table,
	chart: ChartBar,
	picture: Image,
	footnote: Superscript,
	references: ListTree,
	signature: PenLine,
	fromTo: ArrowRight
};
