CREATE TABLE `figure_fetch` (
	`id` text PRIMARY KEY NOT NULL,
	`municipality_id` text NOT NULL,
	`at` integer NOT NULL,
	`person_id` text NOT NULL,
	`base` text NOT NULL,
	`code` text NOT NULL,
	`kpis` text NOT NULL,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `figure_fetch_at` ON `figure_fetch` (`municipality_id`,`at`);--> statement-breakpoint
CREATE TABLE `figure_notice` (
	`id` text PRIMARY KEY NOT NULL,
	`municipality_id` text NOT NULL,
	`at` integer NOT NULL,
	`what` text NOT NULL,
	`key` text NOT NULL,
	`indicator_id` text,
	`group_id` text,
	`detail` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`settled_by` text,
	`settled_at` integer,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `comparison_group`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `figure_notice_key` ON `figure_notice` (`municipality_id`,`key`);--> statement-breakpoint
CREATE TABLE `indicator_source` (
	`indicator_id` text PRIMARY KEY NOT NULL,
	`municipality_id` text NOT NULL,
	`kpi_id` text NOT NULL,
	`title` text NOT NULL,
	`definition` text NOT NULL,
	`next_period` text,
	`next_date` text,
	`fetch_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fetch_id`) REFERENCES `figure_fetch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `comparison_group` ADD `member_ids` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `comparison_group` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `indicator_value` ADD `basis` text;