CREATE TABLE `logo` (
	`id` text PRIMARY KEY NOT NULL,
	`municipality_id` text NOT NULL,
	`type` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`sha256` text NOT NULL,
	`bytes` blob NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `passage` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`municipality_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`section_key` text NOT NULL,
	`anchor` text NOT NULL,
	`number` text NOT NULL,
	`title` text NOT NULL,
	`department` text,
	`articles` text NOT NULL,
	`indicators` text NOT NULL,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `edition`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `passage_edition` ON `passage` (`edition_id`);--> statement-breakpoint
CREATE TABLE `passage_text` (
	`id` integer PRIMARY KEY NOT NULL,
	`municipality_id` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `passage`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sender` (
	`municipality_id` text PRIMARY KEY NOT NULL,
	`accent` text DEFAULT '' NOT NULL,
	`logo_id` text,
	`logo_alt` text DEFAULT '' NOT NULL,
	`unit` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`web` text DEFAULT '' NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `withdrawal` (
	`municipality_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`form` text NOT NULL,
	`reason` text NOT NULL,
	`withdrawn_by` text NOT NULL,
	`withdrawn_at` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `form`),
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `edition`(`id`) ON UPDATE no action ON DELETE no action
);
