CREATE TABLE `area_lineage` (
	`id` text PRIMARY KEY NOT NULL,
	`municipality_id` text NOT NULL,
	`report_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_areas` text NOT NULL,
	`to_areas` text NOT NULL,
	`confirmed_by` text NOT NULL,
	`confirmed_at` integer NOT NULL,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `area_lineage_report` ON `area_lineage` (`report_id`);--> statement-breakpoint
CREATE TABLE `report_source` (
	`municipality_id` text NOT NULL,
	`report_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`taken_by` text NOT NULL,
	`taken_at` integer NOT NULL,
	PRIMARY KEY(`report_id`, `edition_id`),
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `edition`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `template` (
	`id` text PRIMARY KEY NOT NULL,
	`municipality_id` text NOT NULL,
	`version` integer NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `template_version` (
	`municipality_id` text NOT NULL,
	`template_id` text NOT NULL,
	`version` integer NOT NULL,
	`definition` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`template_id`, `version`),
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`template_id`) REFERENCES `template`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `department` ADD `abbreviation` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `report` ADD `meta` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `report` ADD `previous_report_id` text;--> statement-breakpoint
ALTER TABLE `section_share` ADD `rows_only` integer DEFAULT false NOT NULL;