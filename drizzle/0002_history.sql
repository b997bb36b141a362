CREATE TABLE `section_history` (
	`municipality_id` text NOT NULL,
	`section_id` text NOT NULL,
	`epoch` integer NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`section_id`, `epoch`, `from_seq`),
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `section_writer` (
	`municipality_id` text NOT NULL,
	`section_id` text NOT NULL,
	`person_id` text NOT NULL,
	`last_seq` integer NOT NULL,
	PRIMARY KEY(`section_id`, `person_id`),
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `late_contribution` ADD `state` text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE `late_contribution` ADD `decided_by` text;--> statement-breakpoint
ALTER TABLE `late_contribution` ADD `decided_at` integer;--> statement-breakpoint
ALTER TABLE `late_contribution` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `section_snapshot` ADD `format` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `section_snapshot` ADD `state_vector` blob;--> statement-breakpoint
ALTER TABLE `section_snapshot` ADD `hash` text;