"""Which sentences make a summary?"""
