"""The words of the field: figures, dates, labels and titles as they are printed in Chinese reports."""
